import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalServer {
  origin: string;
  /** Paths asked so far, in order, with the headers that came. */
  hits: { path: string; headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

/** A real server on loopback; `answer` sees every request. */
export async function startServer(
  answer: (path: string, response: ServerResponse, request: IncomingMessage) => void,
): Promise<LocalServer> {
  const hits: LocalServer['hits'] = [];
  const server: Server = createServer((request, response) => {
    hits.push({ path: request.url ?? '', headers: request.headers });
    response.on('error', () => {});
    answer(request.url ?? '', response, request);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    hits,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
