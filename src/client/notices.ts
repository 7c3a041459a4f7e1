import { join } from '../html.ts';
import { count, type Lang, lightTranslator } from '../i18n/lang.ts';
import { filterNotices, NO_FILTER, type NoticeFilter } from '../views/filter.ts';
import type { ListedNotice } from '../views/listed.ts';
import { noticeRow } from '../views/row.ts';
import { fillForm, loadJson, onChange, readForm, writeAddress } from './state.ts';

/** Rows shown at once; a button brings more. */
const STEP = 100;

const form = document.querySelector<HTMLFormElement>('#filters');
const list = document.querySelector<HTMLOListElement>('#notices');
const matches = document.querySelector<HTMLElement>('#matches');
const pagination = document.querySelector<HTMLElement>('#pagination');

function start(form: HTMLFormElement, list: HTMLOListElement, matches: HTMLElement): void {
  const lang = (form.dataset.lang ?? 'zh') as Lang;
  const t = lightTranslator(lang);
  const plain = list.innerHTML;
  let notices: Promise<ListedNotice[]> | undefined;
  let shown = STEP;

  const show = async (): Promise<void> => {
    const state = { ...NO_FILTER, ...readForm(form) } as NoticeFilter;
    writeAddress({ ...state });
    const asked = Object.values(state).some(Boolean);
    if (pagination) pagination.hidden = asked;
    if (!asked) {
      list.innerHTML = plain;
      matches.textContent = '';
      return;
    }
    try {
      notices ??= loadJson<ListedNotice[]>(form.dataset.index ?? '');
      const hideSamples = document.documentElement.dataset.samples === 'hide';
      const all = (await notices).filter((n) => !hideSamples || !n.sample);
      const found = filterNotices(all, state);
      list.innerHTML = join(found.slice(0, shown).map((n) => noticeRow(n, lang))).html;
      matches.textContent = found.length > 0 ? t('matches', { n: count(found.length, lang) }) : t('noMatches');
      if (found.length > shown) matches.append(' ', moreButton());
    } catch (error) {
      notices = undefined;
      matches.textContent = t('loadFailed', { what: (error as Error).message });
    }
  };

  const moreButton = (): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `+${STEP}`;
    button.addEventListener('click', () => {
      shown += STEP;
      void show();
    });
    return button;
  };

  onChange(form, () => {
    shown = STEP;
    void show();
  });
  document.addEventListener('samples', () => void show());
  if (fillForm(form)) void show();
}

// last, so that everything above is there
if (form && list && matches) start(form, list, matches);
