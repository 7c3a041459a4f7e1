import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface SiteServer {
  /** Address for a person’s browser. */
  readonly url: string;
  /** From now on the files of this folder are served; until then visitors are asked to wait. */
  readonly show: (folder: string) => void;
  readonly close: () => Promise<void>;
}

/** localhost may mean either to a browser. */
const LOOPBACKS = ['127.0.0.1', '::1'];
/** A machine without IPv6 simply has no ::1. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

const WAIT = `<!DOCTYPE html><html lang="zh-Hans"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>整改台账</title><p>正在准备演示站点，请稍候…… / The demo site is being prepared, one moment…</p></html>`;

const listen = (port: number, host: string, listener: RequestListener): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', (error: NodeJS.ErrnoException) =>
      NO_SUCH_ADDRESS.has(error.code ?? '') ? resolve(null) : reject(error),
    );
    server.listen(port, host, () => resolve(server));
  });

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** The site’s own page for what it does not have; read once, as the site no longer changes. */
function files(folder: string): RequestListener {
  const page = join(folder, '404.html');
  const missing = existsSync(page) ? readFileSync(page) : Buffer.from('404');
  const handle = sirv(folder, {
    etag: true,
    // as public/_headers asks of a host: the data may be read from pages of other sites
    setHeaders: (response, path) => {
      if (/^\/(api|data)\//.test(path)) response.setHeader('access-control-allow-origin', '*');
    },
    onNoMatch: (_, response) => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(missing);
    },
  });
  return (request, response) => handle(request, response);
}

/**
 * Takes the port on loopback at once, so that a taken one is known before any work is done; 0 takes any free port.
 * Rejects with EADDRINUSE.
 */
export async function serveSite(port: number): Promise<SiteServer> {
  let listener: RequestListener = (_, response) => {
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' });
    response.end(WAIT);
  };
  const servers: Server[] = [];
  let taken = port;
  for (const host of LOOPBACKS) {
    try {
      const server = await listen(taken, host, (request, response) => listener(request, response));
      if (!server) continue;
      servers.push(server);
      taken = portOf(server);
    } catch (error) {
      await Promise.all(servers.map(closeServer));
      throw error;
    }
  }
  return {
    url: `http://localhost:${taken}`,
    show: (folder) => {
      listener = files(folder);
    },
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}
