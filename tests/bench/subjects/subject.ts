/** What is measured: a deck, as it stands built in a folder, and how it is made. */
export interface Subject {
  readonly name: string
  /** What it is, for whoever reads the table. */
  readonly what: string
  /** Of the built deck. */
  readonly folder: string
  /** Paths, from the deck's own, of the first slide and of the triangle. */
  readonly first: string
  readonly triangle: string
  /** Path of a reading page. */
  readonly reading?: string
  /** Builds it into its folder; a deck that is written by hand needs none. */
  readonly build?: () => Promise<void>
  /** Makes the whole PDF from the sources, as its user would. */
  readonly pdf?: () => Promise<void>
  readonly remove: () => void
}
