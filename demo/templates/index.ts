import type { Publisher } from '../samples.ts';
import { mirror } from './mirror.ts';
import { modern } from './modern.ts';
import { table } from './table.ts';
import type { Template } from './template.ts';
import { trs } from './trs.ts';

export const TEMPLATES: Readonly<Record<Publisher['template'], Template>> = { mirror, modern, table, trs };
