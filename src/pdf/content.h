/* A page's items as content operators (ISO 32000-1, 8 and 9). A pure function of the page and of
 * what is shared read-only, so that pages can be encoded by several threads at once. */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "page/page.h"
#include "pdf/images.h"
#include "pdf/press.h"
#include "pdf/words.h"

struct content_source {
    const struct words *words;
    const struct pdf_fonts *fonts;
    const struct images *images;
    const struct press *press; /* NULL: for the screen */
};

/* What comes of a page; zero-initialised it is empty, and it can be used again after content_clear.
 */
struct content {
    struct buffer bytes;  /* operators */
    struct buffer marked; /* uint32_t: the tag of each marked content sequence, by its MCID */
    struct buffer images; /* uint32_t: indexes of the images shown, possibly more than once */
    struct buffer words;  /* scratch: pointers to the words of an item */
};

/* `noted` are the words of the page. */
void content_encode(const struct content_source *source, const struct page *page,
                    struct noted noted, struct content *content);
void content_clear(struct content *content);
void content_free(struct content *content);
static inline size_t content_marked_count(const struct content *content) {
    return content->marked.length / sizeof(uint32_t);
}

#endif
