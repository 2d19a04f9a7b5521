/** Cards side by side: scrolled by hand, by the arrow keys, or by a button at each end. */

import type { CarouselCard } from "@hilo/flow-engine";
import { IconArrowBackUp, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { t } from "../../i18n/t.ts";
import { cardsInWords } from "./BusinessBody.tsx";
import styles from "./Carousel.module.css";
import { MarkedText } from "./MarkedText.tsx";
import { MediaBody } from "./MediaBody.tsx";
import { LinkOption, Option } from "./Option.tsx";

export interface CarouselProps {
  cards: readonly CarouselCard[];
  /** Without it the answers are shown and can't be pressed. */
  onTap?: ((option: { id: string; title: string }) => void) | undefined;
}

export function Carousel({ cards, onTap }: CarouselProps) {
  const strip = useRef<HTMLUListElement>(null);
  const { ends, look } = useEnds(strip);
  // A little less than what is seen, so that the eye keeps hold of a card.
  const scroll = (direction: 1 | -1) =>
    strip.current?.scrollBy({ left: direction * strip.current.clientWidth * 0.8, behavior: "smooth" });
  return (
    <section className={styles.carousel} aria-label={cardsInWords(cards.length)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <ul ref={strip} className={styles.strip} onScroll={look} tabIndex={0}>
        {cards.map((card, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cards of a sent message never move
          <Card key={at} card={card} onTap={onTap} />
        ))}
      </ul>
      {!ends.start && (
        <button
          type="button"
          className={styles.back}
          aria-label={t("Earlier cards")}
          onClick={() => scroll(-1)}
        >
          <IconChevronLeft size={19} aria-hidden />
        </button>
      )}
      {!ends.end && (
        <button type="button" className={styles.on} aria-label={t("More cards")} onClick={() => scroll(1)}>
          <IconChevronRight size={19} aria-hidden />
        </button>
      )}
    </section>
  );
}

/** Pixels that a scroll position may be off by, on screens whose pixels are fractions. */
const SLACK = 2;

/** Whether the strip is scrolled to its beginning and to its end. */
function useEnds(strip: { current: HTMLUListElement | null }) {
  const [ends, setEnds] = useState({ start: true, end: true });
  const look = () => {
    if (!strip.current) return;
    const { scrollLeft, scrollWidth, clientWidth } = strip.current;
    // Where lines run from right to left, positions are negative.
    const left = Math.abs(scrollLeft);
    setEnds({ start: left <= SLACK, end: left >= scrollWidth - clientWidth - SLACK });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once it is drawn, and when its size changes
  useEffect(() => {
    if (!strip.current || typeof ResizeObserver === "undefined") return look();
    const observer = new ResizeObserver(look);
    observer.observe(strip.current);
    return () => observer.disconnect();
  }, []);
  return { ends, look };
}

function Card({ card, onTap }: { card: CarouselCard; onTap: CarouselProps["onTap"] }) {
  const { media, title, text, buttons } = card;
  return (
    <li className={styles.card}>
      {media && (
        <div className={styles.media}>
          <MediaBody media={media} caption={undefined} />
        </div>
      )}
      {(title || text) && (
        <div className={styles.words}>
          {title && (
            <strong className={styles.title} dir="auto">
              {title}
            </strong>
          )}
          {text && <MarkedText text={text} />}
        </div>
      )}
      {buttons.length > 0 && (
        <div className={styles.buttons}>
          {buttons.map((button, at) =>
            button.kind === "url" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: two links may be the same
              <LinkOption key={at} title={button.label} url={button.url} />
            ) : (
              <Option
                key={button.id}
                icon={IconArrowBackUp}
                title={button.title}
                onPress={onTap && (() => onTap({ id: button.id, title: button.title }))}
              />
            ),
          )}
        </div>
      )}
    </li>
  );
}
