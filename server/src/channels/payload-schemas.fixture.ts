/** What the inbox takes as payload, by kind of event. */
import {
  echoPayloadSchema,
  eventPayloadSchema,
  identityPayloadSchema,
  inboundPayloadSchema,
  preferencePayloadSchema,
  revisionPayloadSchema,
  watermarkPayloadSchema,
} from "./channel.ts";

export const PAYLOAD_SCHEMAS = {
  message: inboundPayloadSchema,
  echo: echoPayloadSchema,
  revision: revisionPayloadSchema,
  event: eventPayloadSchema,
  watermark: watermarkPayloadSchema,
  identity: identityPayloadSchema,
  preference: preferencePayloadSchema,
};
