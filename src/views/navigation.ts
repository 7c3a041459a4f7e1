import type { Message } from '../i18n/index.ts';
import { paths } from '../urls.ts';

/** The sections of the site in the order of its menu, each with its label. */
export const NAVIGATION = [
  ['navNotices', paths.notices],
  ['navEnterprises', paths.enterprises],
  ['navRounds', paths.rounds],
  ['navCompare', paths.compare],
  ['navTopics', paths.topics],
  ['navFigures', paths.figures],
  ['navQuality', paths.quality],
  ['navData', paths.data],
  ['navAbout', paths.about],
] as const satisfies readonly (readonly [Message, string])[];
