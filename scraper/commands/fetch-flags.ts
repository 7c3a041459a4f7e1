import { UsageError } from '../error.ts';
import { type FetchOptions, readConnectTo } from '../fetch.ts';
import type { Arguments, Options } from './command.ts';
import { flagText } from './flags.ts';

/** The flags of every command that fetches. */
export const FETCH_FLAGS: Options = {
  contact: { type: 'string' },
  proxy: { type: 'string' },
  'pace-scale': { type: 'string' },
  'connect-to': { type: 'string' },
};

export const FETCH_HELP = `  --contact ADDR    联系方式（网址或邮箱），写入 User-Agent；访问外部网站时必填（或设 ZHENGGAI_CONTACT）
                    where publishers reach you; needed beyond this machine (or set ZHENGGAI_CONTACT)
  --proxy URL       HTTP 代理 / HTTP proxy (or HTTPS_PROXY)
  --pace-scale N    间隔倍数，仅用于自己的服务器 / multiplies all pauses, for servers of your own only
  --connect-to MAP  改连别处，如 / connect elsewhere, e.g. '*.example=127.0.0.1:8080'`;

/** The flags and the environment, flags first. */
export function readFetchOptions({ flags }: Arguments, signal: AbortSignal): FetchOptions {
  const contact = flagText(flags, 'contact') ?? process.env.ZHENGGAI_CONTACT;
  const proxy = flagText(flags, 'proxy') ?? process.env.HTTPS_PROXY ?? process.env.HTTP_PROXY;
  const connectTo = flagText(flags, 'connect-to') ?? process.env.ZHENGGAI_CONNECT_TO;
  const scale = flagText(flags, 'pace-scale') ?? process.env.ZHENGGAI_PACE_SCALE;
  const paceScale = scale === undefined ? undefined : Number(scale);
  if (paceScale !== undefined && !(paceScale >= 0))
    throw new UsageError(`--pace-scale is a number from 0, not "${scale}"`);
  return {
    signal,
    ...(contact && { contact }),
    ...(proxy && { proxy }),
    ...(connectTo && { connectTo: readConnectTo(connectTo) }),
    ...(paceScale !== undefined && { paceScale }),
  };
}

/** The first Ctrl-C (or a stop by systemd) ends the work after the current page; a second one ends it at once. */
export function stopSignal(log: (line: string) => void): { signal: AbortSignal; forget: () => void } {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(1);
    log('停止中：本页之后结束，下次继续 / stopping after the current page; the next run goes on from here');
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    signal: controller.signal,
    forget: () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
    },
  };
}
