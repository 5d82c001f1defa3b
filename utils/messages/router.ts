import type { RequestMessage, RequestName, Requests } from './protocol.ts';
import { parseRequest } from './request.ts';
import { type Caller, classifySender, type Self, type SenderLike } from './sender.ts';

type OwnPage = Extract<Caller, { kind: 'own-page' }>;

/** One handler a request; each gets a validated request of one of our own pages. */
export type RequestHandlers = {
  [N in RequestName]: (ask: Requests[N]['ask'], from: OwnPage) => Promise<Requests[N]['answer']>;
};

export type Dropped = 'stranger' | 'content-script' | 'malformed';

/** What a page gets when a handler failed: the page then says that something went wrong, never that a badge is bad. */
export interface FailedAnswer {
  failed: true;
}

/**
 * The listener for `runtime.onMessage`. Only our own pages are answered; everything else is dropped without an answer, so that
 * nobody learns which messages exist. `sendResponse` with `return true` is the one reply pattern that works in every browser and in the tests.
 */
export function createRouter(
  self: () => Self,
  handlers: RequestHandlers,
  onDropped: (why: Dropped) => void = () => {},
) {
  return (message: unknown, sender: SenderLike, sendResponse: (answer: unknown) => void): true | undefined => {
    const caller = classifySender(sender, self());
    if (caller.kind !== 'own-page') {
      onDropped(caller.kind);
      return undefined;
    }
    const request = parseRequest(message);
    if (!request) {
      onDropped('malformed');
      return undefined;
    }
    const failed: FailedAnswer = { failed: true };
    dispatch(handlers, request, caller).then(sendResponse, () => sendResponse(failed));
    return true;
  };
}

function dispatch(handlers: RequestHandlers, request: RequestMessage, from: OwnPage): Promise<unknown> {
  switch (request.type) {
    case 'check-page':
      return handlers['check-page'](request, from);
    case 'check-source':
      return handlers['check-source'](request, from);
    case 'picture':
      return handlers.picture(request, from);
    case 'load-registries':
      return handlers['load-registries'](request, from);
    case 'read-context':
      return handlers['read-context'](request, from);
    case 'yours':
      return handlers.yours(request, from);
    case 'site-changed':
      return handlers['site-changed'](request, from);
    case 'clear-cache':
      return handlers['clear-cache'](request, from);
    case 'cache-info':
      return handlers['cache-info'](request, from);
    case 'wallet-work':
      return handlers['wallet-work'](request, from);
    case 'wallet-report':
      return handlers['wallet-report'](request, from);
    case 'wallet-check':
      return handlers['wallet-check'](request, from);
    case 'wallet-look':
      return handlers['wallet-look'](request, from);
    case 'wallet-rejudge':
      return handlers['wallet-rejudge'](request, from);
    case 'delete-everything':
      return handlers['delete-everything'](request, from);
  }
}
