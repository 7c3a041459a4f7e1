import { z } from 'zod';

/** The remark that rows of several registries may carry, in Chinese and where it needs it in English. */
export const noteFields = (description: string) => ({
  note: z.string().min(1).optional().meta({ title: '备注', description }),
  noteEn: z
    .string()
    .min(1)
    .optional()
    .meta({ title: '英文备注', description: 'The same in English; absent: the note serves both.' }),
});
