/* Each folder of tests/cases/check is a data folder; `expected.err` holds what loading and checking
 * it reports. With UPDATE_CASES=1 in the environment the files are written anew. */
#include "base/file.h"
#include "model/model.h"
#include "unit/check.h"
#include <dirent.h>
#include <string.h>
#include <unistd.h>

static const char *const cases_folder = SOURCE_FOLDER "/tests/cases/check";

/* What loading and checking the current folder prints; free it. */
static char *report(unsigned jobs) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct model_request request = {.folder = ".", .jobs = jobs};
    struct model *model = model_load(&request, arena, diag);
    model_check(model, diag);
    diag_print(diag, out);
    fclose(out);
    model_free(model);
    arena_free(arena);
    return text;
}

static void write_expected(const char *text) {
    FILE *out = fopen("expected.err", "w");
    CHECK(out && fputs(text, out) >= 0 && fclose(out) == 0);
}

static void compare_expected(const char *name, const char *text) {
    struct arena *arena = arena_new();
    struct mapping expected;
    bool there = mapping_open(&expected, "expected.err", (struct span){0}, diag_new(arena));
    bool same = there && str_equal(expected.bytes, str_from(text));
    CHECK(same);
    if (!same)
        fprintf(stderr, "%s reports:\n%s", name, text);
    if (there)
        mapping_close(&expected);
    arena_free(arena);
}

static void check_case(const char *name) {
    char *text = report(1), *again = report(3);
    CHECK(strcmp(text, again) == 0);
    if (getenv("UPDATE_CASES"))
        write_expected(text);
    else
        compare_expected(name, text);
    free(text);
    free(again);
}

int main(void) {
    if (chdir(cases_folder) != 0)
        return EXIT_FAILURE;
    DIR *folder = opendir(".");
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (entry->d_name[0] == '.' || chdir(entry->d_name) != 0)
            continue;
        check_case(entry->d_name);
        CHECK(chdir(cases_folder) == 0);
    }
    if (folder)
        closedir(folder);
    return check_end();
}
