/* What a unit test needs: CHECK counts, prints what failed, and check_end gives main its exit code. */
#ifndef TESTS_UNIT_CHECK_H
#define TESTS_UNIT_CHECK_H

#include "base/str.h"
#include <stdio.h>
#include <stdlib.h>

static int check_count, check_failures;

#define CHECK(condition)                                                                           \
    (check_count++, (condition) ? (void)0                                                          \
                                : (void)(check_failures++,                                         \
                                         fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__,        \
                                                 #condition)))
#define CHECK_STR(actual, expected) check_str((actual), (expected), __FILE__, __LINE__)

static inline void check_str(struct str actual, const char *expected, const char *file, int line)
{
    check_count++;
    if (str_equal(actual, str_from(expected)))
        return;
    check_failures++;
    fprintf(stderr, "%s:%d: got \"%.*s\", expected \"%s\"\n", file, line, STR_ARGS(actual), expected);
}

static inline int check_end(void)
{
    if (check_count == 0) {
        fprintf(stderr, "no check ran\n");
        return EXIT_FAILURE;
    }
    printf("%d checks, %d failed\n", check_count, check_failures);
    return check_failures ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
