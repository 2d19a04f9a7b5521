/** Whether a part of an address can be somebody's id at all: what can't is not asked of the server. */
import { z } from "zod";

export const isId = (text: string | undefined): text is string => z.uuid().safeParse(text).success;
