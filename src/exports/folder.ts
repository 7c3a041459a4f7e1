/**
 * Variable that names the folder into which the pages’ own process writes the data files of a build; the integration
 * opens it and puts the files beside the pages afterwards.
 */
export const EXPORTS_FOLDER = 'ZHENGGAI_EXPORTS';
