/// <reference types="vite/client" />
import '@slidev/client/shim'
import '@slidev/client/shim-vue'

declare global {
  const __DEV__: boolean
  const __SLIDEV_FEATURE_DRAWINGS__: boolean
}

declare module 'virtual:register' {
  import type { Register } from './claims/register.ts'

  export const register: Register
}
