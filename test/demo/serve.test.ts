import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from '../../demo/serve.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-site-'));
  mkdirSync(join(folder, 'about'));
  mkdirSync(join(folder, 'api/v1'), { recursive: true });
  writeFileSync(join(folder, 'api/v1/index.json'), '{}');
  writeFileSync(join(folder, 'index.html'), '<h1>首页</h1>');
  writeFileSync(join(folder, 'about/index.html'), '<h1>关于</h1>');
  writeFileSync(join(folder, '404.html'), '<h1>没有这一页</h1>');
  writeFileSync(join(tmpdir(), 'zhenggai-outside.txt'), 'outside');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(tmpdir(), 'zhenggai-outside.txt'), { force: true });
});

describe('serveSite', () => {
  it('asks visitors to wait, then shows the site, its 404 page, and nothing outside the folder', async () => {
    const server = await serveSite(0);
    try {
      expect((await fetch(server.url)).status).toBe(503);
      server.show(folder);
      expect(await (await fetch(`${server.url}/`)).text()).toBe('<h1>首页</h1>');
      expect(await (await fetch(`${server.url}/about/`)).text()).toBe('<h1>关于</h1>');
      const missing = await fetch(`${server.url}/notices/keine/`);
      expect([missing.status, await missing.text()]).toEqual([404, '<h1>没有这一页</h1>']);
      for (const path of [
        '/..%2fzhenggai-outside.txt',
        '/%2e%2e/zhenggai-outside.txt',
        '/about/..%5c..%5czhenggai-outside.txt',
      ]) {
        expect((await fetch(server.url + path)).status).toBe(404);
      }
    } finally {
      await server.close();
    }
  });

  it('lets pages of other sites read the data, and nothing else', async () => {
    const server = await serveSite(0);
    try {
      server.show(folder);
      const allowed = async (path: string) =>
        (await fetch(server.url + path)).headers.get('access-control-allow-origin');
      expect([await allowed('/api/v1/index.json'), await allowed('/about/')]).toEqual(['*', null]);
    } finally {
      await server.close();
    }
  });

  it('says at once that the port is taken', async () => {
    const server = await serveSite(0);
    try {
      await expect(serveSite(Number(new URL(server.url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
    } finally {
      await server.close();
    }
  });
});
