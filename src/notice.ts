import type { Html } from './html.ts';
import type { NoticeRecord, Passages } from './model/index.ts';
import { latest } from './views/latest.ts';
import { outlineTree } from './views/notice.ts';
import { renderText } from './views/text.ts';
import { type VersionView, versionViews } from './views/version.ts';
import { readPassages, readRecord, readText, readVersion, workspaceDir } from './workspace.ts';

/** A notice as its pages show it in any language. */
export interface NoticeView {
  readonly record: NoticeRecord;
  /** The clean text with its marks, or null where the archive is not at hand. */
  readonly text: Html | null;
  readonly passages: Passages;
  readonly outline: Html;
  readonly versions: readonly VersionView[];
}

/** The notice of this id, read from the workspace. */
export const getNotice = latest((id): NoticeView => {
  const dir = workspaceDir();
  const record = readRecord(dir, id);
  const text = readText(dir, record);
  const passages = text === null ? [] : readPassages(dir, record);
  return {
    record,
    text: text === null ? null : renderText(text, record, passages),
    passages,
    outline: outlineTree(record.outline, text !== null),
    versions: versionViews(record.versions ?? [], (sha256) => readVersion(dir, id, sha256)),
  };
});
