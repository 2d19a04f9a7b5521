/** Cards side by side, as the phone lets people swipe through them. */
import { IconExternalLink } from "@tabler/icons-react";
import { MediaPicture } from "../media/MediaPicture.tsx";
import type { NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { Phone, PhoneButton } from "../preview/Phone.tsx";
import classes from "./carousel.module.css";

export function CarouselPreview({ data }: { data: NodeData<"carousel"> }) {
  return (
    <Phone>
      <Bubble text={data.text} />
      <div className={classes.cards}>
        {data.cards.map((card, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cards have no identity but their place
          <div key={i} className={classes.card}>
            {card.media && <MediaPicture kind={card.media.kind} url={card.media.url} />}
            <strong>{card.title}</strong>
            <div>{card.text}</div>
            {card.buttons.map((button, n) => (
              <PhoneButton
                // biome-ignore lint/suspicious/noArrayIndexKey: buttons that open an address have no id
                key={n}
                {...(button.kind === "url" && { icon: <IconExternalLink size={14} /> })}
              >
                {(button.kind === "url" ? button.label : button.title) || "…"}
              </PhoneButton>
            ))}
          </div>
        ))}
      </div>
    </Phone>
  );
}
