#include "base/diag.h"
#include "unit/check.h"
#include <string.h>

static struct str printed(struct arena *arena, struct diag *diag) {
    char *at = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&at, &length);
    diag_print(diag, out);
    fclose(out);
    struct str copy = str_copy(arena, (struct str){at, length});
    free(at);
    return copy;
}

int main(void) {
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena), *other = diag_new(arena);
    diag_fault(diag, (struct span){"b.yaml", 2, 1}, NULL, "late");
    diag_fault(diag, (struct span){"a.yaml", 10, 3}, "write %s", "unknown key `%s`", "adress");
    diag_warn(diag, (struct span){"a.yaml", 9, 5}, NULL, "first");
    diag_fault(other, (struct span){"a.yaml", 10, 3}, NULL, "unknown key `adress`");
    diag_fault(other, (struct span){"a.yaml", 0, 0}, NULL, "whole file");
    diag_fault(other, (struct span){0}, NULL, "no place");
    diag_merge(diag, other);
    CHECK(diag_faults(diag) == 4 && diag_warnings(diag) == 1);
    CHECK_STR(printed(arena, diag), "fault: no place\n"
                                    "a.yaml: fault: whole file\n"
                                    "a.yaml:9:5: warning: first\n"
                                    "a.yaml:10:3: fault: unknown key `adress`\n"
                                    "    write %s\n"
                                    "b.yaml:2:1: fault: late\n");
    for (uint32_t i = 0; i < 1000; i++)
        diag_warn(diag, (struct span){"c.yaml", i / 2 + 1, 1}, NULL, "w");
    CHECK(diag_warnings(diag) == 501);
    arena_free(arena);
    return check_end();
}
