/** What the first slide says, without the register around it, which is for the slides that follow. */
export { article } from 'virtual:brief/article'
