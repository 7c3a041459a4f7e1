import { get, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks a sample publisher over real HTTP, by its name under .example. Rejects after five seconds. */
export const visit = (
  port: number,
  address: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { host, pathname, search } = new URL(`http://${address}`);
    const options = { host: '127.0.0.1', port, path: pathname + search, method, headers: { ...headers, host } };
    const request = get({ ...options, signal: AbortSignal.timeout(5000) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
  });
