/** Thrown while the bytes of a link are read, caught at its front door; never leaves this folder. */
export class LinkDamage extends Error {}

/** The link is whole but holds more than is opened. */
export class LinkTooLarge extends Error {}
