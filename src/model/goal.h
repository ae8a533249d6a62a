/* How many pages a document is to have. */
#ifndef MODEL_GOAL_H
#define MODEL_GOAL_H

#include "base/str.h"
#include <stdbool.h>
#include <stdint.h>

struct page_goal {
    uint32_t pages; /* 0: as many as it takes */
    bool multiple;  /* of `pages`, as sheets that are folded ask for */
};

/* "48" or "multiple of 4". False when it is neither, or no number that a book can have. */
bool page_goal_read(struct str s, struct page_goal *goal);

#endif
