import type { APIRoute } from 'astro';
import { getTopics } from '../../../build.ts';
import { atom } from '../../../routes.ts';
import { feeds, paths } from '../../../urls.ts';

export const getStaticPaths = () => [...getTopics().keys()].map((id) => ({ params: { id } }));

export const GET: APIRoute = ({ params: { id = '' }, site }) => {
  const view = getTopics().get(id);
  const notices = [...new Set(view?.passages.map((p) => p.notice))];
  return atom(
    { title: `整改台账 · ${view?.topic.zh ?? id}`, page: paths.topic(id), self: feeds.topic(id), notices },
    site,
  );
};
