/** A browser with another engine than Chromium's, as the tests drive it: the same few words, whatever drives it. */

/** Chosen when it is started: neither driver can change them later. */
export interface Preferences {
  readonly colorScheme?: 'light' | 'dark'
  /** Whether pages may run scripts. `evaluate` works either way. */
  readonly scripts?: boolean
}

/** By the names that `KeyboardEvent.key` has for them; a single character is itself. */
export type Key = 'ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown' | 'Enter' | 'Escape' | 'Tab' | 'PageDown' | 'PageUp'

export interface Engine {
  /** Name and version, as it says itself. */
  readonly version: string
  /** Goes to an address, of a server on this machine or of a file, and waits until it is loaded. */
  readonly open: (address: string) => Promise<void>
  readonly address: () => Promise<string>
  readonly press: (key: Key | (string & {})) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** With the pointer, in the middle of the first element that the selector finds. */
  readonly click: (selector: string) => Promise<void>
  /** Runs a function in the page; it may use nothing from outside. */
  readonly evaluate: <Result, Argument = undefined>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>
  /** A picture of the window, as PNG. */
  readonly picture: () => Promise<Uint8Array>
  /** Errors of scripts and of the console, what the page's policy refused, requests to other hosts: since the last call. */
  readonly faults: () => Promise<string[]>
  /** Ends it, and all that was started for it. */
  readonly close: () => Promise<void>
}

export type Start = (preferences?: Preferences) => Promise<Engine>

/** The size of the window, as in the tests with Chromium. */
export const WINDOW = { width: 980, height: 552 } as const
