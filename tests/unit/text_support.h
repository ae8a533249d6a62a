/* Fonts and runs for the tests of text: the PT fonts, and Noto for other scripts. */
#ifndef TESTS_UNIT_TEXT_SUPPORT_H
#define TESTS_UNIT_TEXT_SUPPORT_H

#include "text/text.h"
#include "unit/check.h"

static const struct str support_folders[] = {
    {"/usr/share/fonts/truetype/paratype", 34},
    {"/usr/share/fonts/truetype/noto", 30},
    {"/usr/share/fonts/opentype/noto", 30},
};
#define SUPPORT_STR(literal)                                                                       \
    { "" literal, sizeof(literal) - 1 }
static const struct family_files support_families[] = {
    {SUPPORT_STR("PT Serif"),
     {SUPPORT_STR("PTF55F.ttf"), SUPPORT_STR("PTF75F.ttf"), SUPPORT_STR("PTF56F.ttf"),
      SUPPORT_STR("PTF76F.ttf")},
     {0},
     false},
    {SUPPORT_STR("PT Sans"),
     {SUPPORT_STR("PTS55F.ttf"), SUPPORT_STR("PTS75F.ttf"), SUPPORT_STR("PTS56F.ttf"),
      SUPPORT_STR("PTS76F.ttf")},
     {0},
     true},
    {SUPPORT_STR("Noto Serif Georgian"),
     {SUPPORT_STR("NotoSerifGeorgian-Regular.ttf")},
     {0},
     false},
    {SUPPORT_STR("Noto Naskh Arabic"), {SUPPORT_STR("NotoNaskhArabic-Regular.ttf")}, {0}, false},
    {SUPPORT_STR("Noto Serif Thai"), {SUPPORT_STR("NotoSerifThai-Regular.ttf")}, {0}, false},
    {SUPPORT_STR("Noto Serif Lao"), {SUPPORT_STR("NotoSerifLao-Regular.ttf")}, {0}, false},
    {SUPPORT_STR("Noto Serif Khmer"), {SUPPORT_STR("NotoSerifKhmer-Regular.ttf")}, {0}, false},
    {SUPPORT_STR("Noto Serif Hebrew"), {SUPPORT_STR("NotoSerifHebrew-Regular.ttf")}, {0}, false},
    {SUPPORT_STR("Noto Serif CJK JP"), {SUPPORT_STR("NotoSerifCJK-Regular.ttc#0")}, {0}, false},
    {SUPPORT_STR("Noto Sans"), {SUPPORT_STR("NotoSans-Regular.ttf")}, {0}, true},
};
static const struct str support_any[] = {SUPPORT_STR("*")};
static const struct str support_names[] = {
    SUPPORT_STR("Noto Serif Georgian"), SUPPORT_STR("Noto Naskh Arabic"),
    SUPPORT_STR("Noto Serif Thai"),     SUPPORT_STR("Noto Serif Lao"),
    SUPPORT_STR("Noto Serif Khmer"),    SUPPORT_STR("Noto Serif Hebrew"),
    SUPPORT_STR("Noto Serif CJK JP"),   SUPPORT_STR("Noto Sans")};
static const struct fallback_rule support_rules[] = {
    {.scripts = support_any,
     .script_count = 1,
     .families = support_names,
     .family_count = sizeof support_names / sizeof *support_names}};

static inline struct fonts *support_fonts(struct arena *arena, struct diag *diag) {
    struct fonts_request request = {
        .folders = support_folders,
        .folder_count = sizeof support_folders / sizeof *support_folders,
        .families = support_families,
        .family_count = sizeof support_families / sizeof *support_families,
        .fallback = support_rules,
        .fallback_count = 1};
    return fonts_new(&request, arena, diag);
}

static inline struct text_run support_run(const struct fonts *fonts, const char *family,
                                          const char *language, struct str text, sp size) {
    return (struct text_run){.text = text,
                             .family = fonts_family(fonts, str_from(family)),
                             .size = size,
                             .language = str_from(language)};
}

/* The end of a test in which nothing may have been at fault: frees all, gives main its exit code. */
static inline int support_end(struct text *text, struct fonts *fonts, struct arena *arena,
                              struct diag *diag) {
    CHECK(diag_faults(diag) == 0);
    diag_print(diag, stderr);
    text_free(text);
    fonts_free(fonts);
    arena_free(arena);
    return check_end();
}

#endif
