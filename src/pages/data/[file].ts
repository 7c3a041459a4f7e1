import type { APIRoute } from 'astro';
import { getDatasets } from '../../build.ts';
import { downloads } from '../../urls.ts';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const getStaticPaths = () => [
  ...getDatasets().files.map(({ path }) => ({ params: { file: nameOf(path) } })),
  { params: { file: nameOf(downloads.checksums) } },
];

export const GET: APIRoute = ({ params }) => {
  const { files } = getDatasets();
  if (params.file === nameOf(downloads.checksums))
    return Response.json(files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })));
  const file = files.find(({ path }) => nameOf(path) === params.file);
  if (!file) throw new Error(`no download "${params.file}"`);
  return new Response(file.body(), { headers: { 'Content-Type': file.type } });
};
