/* A place in a data file, copied into everything that is made from it. */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdint.h>

/* Line and column count from 1; the column counts code points. line 0: no place within the file.
 * file NULL: no place at all. The name is not owned. */
struct span {
    const char *file;
    uint32_t line, column;
};

#endif
