#!/usr/bin/env node
// The sources are TypeScript that Node ≥ 22.18 runs as it is. An older outer Node hands over to the project's own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../scraper/cli.ts', import.meta.url));

if (process.features.typescript) {
  await import('../scraper/cli.ts');
} else {
  const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  const { status, error } = spawnSync(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error) console.error(`zhenggai: cannot start ${node}: run "npm ci" first`);
  process.exit(status ?? 2);
}
