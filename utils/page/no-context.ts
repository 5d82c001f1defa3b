/**
 * Stands in for WXT's ContentScriptContext, which WXT puts in front of every content script. We use none of it, it is a quarter of what may go
 * into every page, and it announces itself to the page by an event that any page could answer to switch the script off.
 */
export class ContentScriptContext {}
