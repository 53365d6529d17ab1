/** The deck's own statements about the world, counted. Only the slides that show them import this. */
export { audit } from 'virtual:brief/audit'
