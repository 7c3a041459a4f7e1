import type { Command } from './command.ts';
export const scrape: Command = {
  summary: '采集所有启用的来源 / scrape all enabled sources',
  help: '',
  options: {},
  run: async () => 2,
};
