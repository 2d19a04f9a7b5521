/** A place: a drawn map, its name, and the way to a real map. */
import { IconMapPinFilled } from "@tabler/icons-react";
import styles from "./Media.module.css";

export interface LocationBodyProps {
  latitude: number;
  longitude: number;
  name?: string | undefined;
  address?: string | undefined;
}

export function LocationBody({ latitude, longitude, name, address }: LocationBodyProps) {
  const at = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <span className={styles.location}>
      <span className={styles.map} aria-hidden>
        <svg viewBox="0 0 230 110" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
          <path d="M-5 78 C60 60 90 96 150 74 S220 40 240 48 V120 H-5Z" fill="var(--map-water)" />
          <path
            d="M24 -5 52 120M120 -5 96 120M188 -5 210 120M-5 26 240 12M-5 56 240 44"
            stroke="var(--map-road)"
            strokeWidth="7"
          />
          <path d="M60 30h42v18H58zM132 22h40l6 16h-44z" fill="var(--map-park)" />
        </svg>
        <IconMapPinFilled className={styles.pin} size={30} />
      </span>
      <a href={href} target="_blank" rel="noopener noreferrer">
        {name ?? at}
      </a>
      {address && <span className={styles.address}>{address}</span>}
    </span>
  );
}
