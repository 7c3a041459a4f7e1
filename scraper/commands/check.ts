import type { Command } from './command.ts';
export const check: Command = {
  summary: '校验整个工作区 / validate the whole workspace',
  help: '',
  options: {},
  run: async () => 2,
};
