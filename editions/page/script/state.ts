/** The state is in the address, so that it can be shared: `?grade=S0&q=letter&marks=off`. */

const KEYS = ['q', 'grade', 'record', 'actor', 'step', 'order', 'marks'] as const
export type State = Readonly<Record<(typeof KEYS)[number], string>>

export function readState(): State {
  const given = new URLSearchParams(location.search)
  return Object.fromEntries(KEYS.map((key) => [key, given.get(key) ?? ''])) as State
}

/** What others put into the address stays there. */
export function addressOf(change: Partial<State>): URL {
  const address = new URL(location.href)
  for (const [key, value] of Object.entries(change)) {
    if (value) address.searchParams.set(key, value)
    else address.searchParams.delete(key)
  }
  return address
}

export const writeState = (change: Partial<State>): void => history.replaceState(history.state, '', addressOf(change))
