/// <reference types="astro/client" />
declare const __BASE__: string | undefined;
