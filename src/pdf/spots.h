/* Colours that are inks of their own: each has a plate beside the four of the process (ISO 32000-1,
 * 8.6.6.4). */
#ifndef PDF_SPOTS_H
#define PDF_SPOTS_H

#include "pdf/document.h"

struct spot {
    unsigned number; /* of struct colour: its colour space is called /S and this */
    struct str name;
    struct colour inks; /* what stands for it where there is no such plate */
};

struct spots {
    struct spot *at;
    size_t count;
};

/* Those that the pages of a document for the press use, by number. */
struct spots spots_find(const struct document *document);

/* The entries of a dictionary of colour spaces: one an ink, its amount the only component. */
void spots_put(const struct spots *spots, struct buffer *out);

#endif
