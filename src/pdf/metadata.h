/* What the file says of itself: the information dictionary and XMP, which agree, and the output
 * intent (ISO 32000-1, 14.3, 14.11.5; ISO 19005-2, 6.6; ISO 14289-1, 5). */
#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include "pdf/document.h"

struct claims {
    bool archive; /* PDF/A: there is an output intent */
    bool files;   /* PDF/A-3 instead of 2 */
    bool press;   /* PDF/X-4 */
    bool tagged;  /* PDF/A conformance A instead of U, and PDF/UA-1 */
};

/* `key` with the moment in which the document was made; nothing when that is not known. */
void date_put(const struct document *document, const char *key, struct buffer *out);
void info_write(const struct document *document);
/* The XMP stream's number. */
uint32_t xmp_write(const struct document *document, struct claims claims);
/* The profile's number; 0 when there is none or, with a fault, when it cannot be used. */
uint32_t profile_write(const struct document *document);
/* "/OutputIntents[…]" */
void output_intent_put(const struct document *document, uint32_t profile, struct buffer *out);

/* What the output intent says of another limit of ink than the usual one. */
enum { USUAL_INK_LIMIT = 300 };
#define INK_LIMIT ", ink limit "

#endif
