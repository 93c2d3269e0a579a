"use client";

import "./globals.css";
import { MessagePage } from "@/components/app-frame/message-page";
import { Button } from "@/components/ui/button";

/** Stands in when even the layout failed: no language is known, so it speaks both. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="de">
      <body>
        <title>Beleg</title>
        <MessagePage
          title="Hier ist etwas schiefgegangen"
          actions={
            <Button variant="primary" onClick={reset}>
              Erneut versuchen · <span lang="en">Try again</span>
            </Button>
          }
        >
          <p>Was gespeichert war, ist noch da. Versuch es noch einmal.</p>
          <p lang="en">Something went wrong. What was saved is still there; try again.</p>
          {error.digest === undefined ? null : (
            <p>
              <code className="rounded-sm bg-sunken px-1 font-mono text-base text-ink">{error.digest}</code>
            </p>
          )}
        </MessagePage>
      </body>
    </html>
  );
}
