/* Whether a file of ours keeps what it claims: PDF/A-2a and PDF/UA-1 (ISO 19005-2, ISO 14289-1),
 * PDF/A-3a where files are attached (ISO 19005-3), or PDF/X-4 (ISO 15930-7) with the limits of a press. */
#ifndef PDF_PREFLIGHT_H
#define PDF_PREFLIGHT_H

#include "base/str.h"

enum { MOST_PLACES = 4 };

enum outcome { OUTCOME_PASSED, OUTCOME_WARNED, OUTCOME_FAILED };

/* One rule, and where it is broken. */
struct finding {
    struct str clause;
    const char *rule;
    enum outcome outcome;
    struct str places[MOST_PLACES]; /* the first ones */
    size_t place_count;             /* of all */
};

struct preflight {
    struct str claims; /* "PDF/A-2a; PDF/UA-1" */
    struct finding *findings;
    size_t count;
    bool passed;
};

/* Checks `bytes`; the result is owned by `arena`. A file that claims nothing is checked as PDF/A
 * and PDF/UA, what files of ours are unless they say otherwise. NULL with *wrong when it cannot be
 * read. */
struct preflight *preflight_run(struct str bytes, struct arena *arena, const char **wrong);

#endif
