import type { CDPSession, Page } from '@playwright/test';

interface PiercedNode {
  backendNodeId: number;
  shadowRootType?: string;
  children?: PiercedNode[];
  shadowRoots?: PiercedNode[];
}

const closedIn = (node: PiercedNode): number[] => [
  ...(node.shadowRootType === 'closed' ? [node.backendNodeId] : []),
  ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(closedIn),
];

/** The page's own world and Playwright's, in the top frame. The extension's is left alone. */
async function worldsOf(session: CDPSession): Promise<number[]> {
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (!/^(?:chrome|moz)-extension:/.test(context.origin)) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  return worlds;
}

/**
 * Closed shadow roots are closed to pages, not to the browser's own tools: through these, hands every closed root now in the page to the test, as if it
 * were open, so that locators and axe find what is in it.
 */
export async function revealClosedRoots(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const worlds = await worldsOf(session);
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    for (const backendNodeId of closedIn(root as PiercedNode)) {
      for (const executionContextId of worlds) {
        const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId });
        await session.send('Runtime.callFunctionOn', {
          objectId: object.objectId,
          functionDeclaration:
            'function () { Object.defineProperty(this.host, "shadowRoot", { value: this, configurable: true }); }',
        });
      }
    }
  } finally {
    await session.detach();
  }
}
