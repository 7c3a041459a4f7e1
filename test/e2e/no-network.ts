// Loaded before a build that must pass without network: any connection is an error that ends it.
import dns from 'node:dns';
import net from 'node:net';

function forbid(what: unknown): never {
  process.stderr.write(`reaches for the network: ${JSON.stringify(what)}\n`);
  process.exit(70);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const [target] = args.flat() as (string | { path?: string } | undefined)[];
  // pipes to child processes are no network
  const isPipe = typeof target === 'string' || typeof target?.path === 'string';
  return isPipe ? Reflect.apply(connect, this, args) : forbid(target);
};
Object.assign(dns, { lookup: forbid });
Object.assign(dns.promises, { lookup: forbid });
