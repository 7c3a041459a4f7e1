import type { Publisher } from '../samples.ts';
import { attachment } from './attachment.ts';
import { cards } from './cards.ts';
import { column } from './column.ts';
import { feed } from './feed.ts';
import { hongkong } from './hongkong.ts';
import { mirror } from './mirror.ts';
import { modern } from './modern.ts';
import { script } from './script.ts';
import { sitemap } from './sitemap.ts';
import { table } from './table.ts';
import type { Template } from './template.ts';
import { trs } from './trs.ts';
import { wechat } from './wechat.ts';
import { word } from './word.ts';

export const TEMPLATES: Readonly<Record<Publisher['template'], Template>> = {
  attachment,
  cards,
  column,
  feed,
  hongkong,
  mirror,
  modern,
  script,
  sitemap,
  table,
  trs,
  wechat,
  word,
};
