#include "cli/commands.h"

#include "base/file.h"
#include "pdf/preflight.h"
#include <stdio.h>

static void print_finding(const struct finding *finding) {
    static const char *const words[] = {"passed", "warning", "FAULT"};
    printf("  %-8s %s (%.*s)\n", words[finding->outcome], finding->rule, STR_ARGS(finding->clause));
    for (size_t i = 0; i < finding->place_count && i < MOST_PLACES; i++)
        printf("           %.*s\n", STR_ARGS(finding->places[i]));
    if (finding->place_count > MOST_PLACES)
        printf("           and %zu more\n", finding->place_count - MOST_PLACES);
}

/* Whether it could be read and broke no rule. */
static bool check_file(struct session *session, const char *path) {
    struct mapping mapping;
    if (!mapping_open(&mapping, path, (struct span){0}, session->diag))
        return false;
    struct arena *arena = arena_new();
    const char *wrong = NULL;
    const struct preflight *preflight = preflight_run(mapping.bytes, arena, &wrong);
    if (!preflight)
        diag_fault(session->diag, (struct span){.file = path},
                   "preflight reads what attache has written", "the file cannot be read: %s",
                   wrong);
    bool passed = preflight && preflight->passed;
    if (preflight) {
        printf("%s: %.*s: %s\n", path, STR_ARGS(preflight->claims), passed ? "passed" : "FAILED");
        for (size_t i = 0; i < preflight->count; i++)
            print_finding(&preflight->findings[i]);
    }
    arena_free(arena);
    mapping_close(&mapping);
    return passed;
}

int command_preflight(struct session *session) {
    const struct options *options = &session->options;
    if (options->argument_count == 0) {
        fputs("attache: preflight takes the PDF files to check\nTry `attache --help`.\n", stderr);
        return EXIT_USAGE;
    }
    bool passed = true;
    for (size_t i = 0; i < options->argument_count; i++)
        passed = check_file(session, options->arguments[i]) && passed;
    if (fflush(stdout) != 0 || ferror(stdout))
        diag_fault(session->diag, (struct span){0}, NULL, "cannot write to standard output");
    int status = session_close(session);
    return passed ? status : EXIT_DATA;
}
