#include "base/file.h"
#include "font/fonts.h"
#include "font/glyphs.h"
#include "unit/check.h"
#include <pthread.h>

static struct arena *arena;
static struct diag *diag;

static const struct str folders[] = {{"/nowhere", 8}, {"/usr/share/fonts/truetype/paratype", 34}};
static const struct str everything[] = {{"*", 1}}, georgian[] = {{"Geor", 4}};
static const struct str sans[] = {{"PT Sans", 7}}, japanese[] = {{"ja", 2}};

static struct fonts *open_fonts(struct str italic) {
    static struct family_files families[2];
    families[0] = (struct family_files){STR("PT Serif"),
                                        {STR("PTF55F.ttf"), STR("PTF75F.ttf"), italic, {0}},
                                        {"fonts.yaml", 3, 1},
                                        false};
    families[1] =
        (struct family_files){STR("PT Sans"), {STR("PTS55F.ttf")}, {"fonts.yaml", 9, 1}, false};
    static struct fallback_rule rules[2];
    rules[0] = (struct fallback_rule){georgian, 1, japanese, 1, sans, 1};
    rules[1] = (struct fallback_rule){everything, 1, NULL, 0, sans, 1};
    struct fonts_request request = {folders, 2, families, 2, rules, 2, false};
    return fonts_new(&request, arena, diag);
}

static void metrics(const struct fonts *fonts) {
    const struct family *serif = fonts_family(fonts, STR("PT Serif"));
    CHECK(serif && !fonts_family(fonts, STR("PT")));
    CHECK(!fonts_face(fonts, 0)); /* nothing is opened before it is asked for */
    const struct face *face = family_face(fonts, serif, false, false);
    CHECK(face && face == fonts_face(fonts, 0) && fonts_face_count(fonts) == 4);
    CHECK_STR(face->postscript_name, "PTSerif-Regular");
    CHECK_STR(face->family, "PT Serif");
    CHECK(face->upem == 1000 && !face->cff && !face->bold && !face->italic);
    CHECK(face->ascender > 800 && face->descender < -200 && face->cap_height > face->x_height);
    CHECK(face->x_height > 400 && face->space_glyph != 0 && face->space_advance > 200);
    CHECK(face_has(face, 0x45E) && !face_has(face, 0x10D0));
    CHECK(face_scale(face, 500, SP_OF_PT(10)) == SP_OF_PT(5));
    CHECK(face_scale(face, -1, 500) == -1 && face_scale(face, 1, 499) == 0);
}

static void nearest_style(const struct fonts *fonts) {
    const struct family *serif = fonts_family(fonts, STR("PT Serif"));
    const struct face *bold = family_face(fonts, serif, true, false);
    CHECK(bold && bold->bold);
    CHECK(family_face(fonts, serif, true, true) == bold); /* there is no bold italic */
    const struct face *italic = family_face(fonts, serif, false, true);
    CHECK(italic && italic->italic);
}

static void fallback(const struct fonts *fonts) {
    const struct family *serif = fonts_family(fonts, STR("PT Serif"));
    const struct face *face =
        fonts_fallback(fonts, serif, 'A', STR("Latn"), STR("en"), false, false);
    CHECK(face && face == family_face(fonts, fonts_family(fonts, STR("PT Sans")), false, false));
    CHECK(!fonts_fallback(fonts, serif, 0x10D0, STR("Geor"), STR("ka"), false, false));
    CHECK_STR(fonts_tried(fonts, serif, STR("Geor"), STR("en"), arena), "PT Serif, PT Sans");
    CHECK_STR(fonts_tried(fonts, serif, STR("Geor"), STR("ja-JP"), arena),
              "PT Serif, PT Sans, PT Sans");
}

static void *ask(void *fonts) {
    const struct family *serif = fonts_family(fonts, STR("PT Serif"));
    return (void *)family_face(fonts, serif, true, false);
}

static void threads(void) {
    struct fonts *fonts = open_fonts(STR("PTF56F.ttf"));
    pthread_t asking[8];
    void *faces[8];
    for (int i = 0; i < 8; i++)
        CHECK(pthread_create(&asking[i], NULL, ask, fonts) == 0);
    for (int i = 0; i < 8; i++)
        pthread_join(asking[i], &faces[i]);
    for (int i = 0; i < 8; i++)
        CHECK(faces[i] && faces[i] == faces[0]);
    fonts_free(fonts);
}

static void faults(void) {
    size_t count;
    struct fonts *fonts = open_fonts(STR("None.ttf"));
    CHECK(diag_faults(diag) == 1);
    const struct message *messages = diag_sorted(diag, &count);
    CHECK_STR(messages[0].text,
              "the file None.ttf of the family PT Serif is in none of the folders "
              "/nowhere, /usr/share/fonts/truetype/paratype");
    CHECK(messages[0].span.line == 3);
    fonts_free(fonts);
}

static void damaged(void) {
    struct str folder[] = {STR(SOURCE_FOLDER "/tests/unit")};
    struct family_files family = {
        STR("Broken"), {STR("font_fonts.c")}, {"fonts.yaml", 5, 1}, false};
    struct fonts_request request = {folder, 1, &family, 1, NULL, 0, false};
    struct fonts *fonts = fonts_new(&request, arena, diag);
    size_t before = diag_faults(diag);
    CHECK(!family_face(fonts, fonts_family(fonts, STR("Broken")), false, false));
    CHECK(!family_face(fonts, fonts_family(fonts, STR("Broken")), true, false));
    CHECK(diag_faults(diag) == before + 1); /* said once */
    fonts_free(fonts);
}

/* Looked for when it is needed, a file that is not there is a fault then. */
static void later(void) {
    struct str folder[] = {STR("/nowhere")};
    struct family_files family = {STR("Absent"), {STR("None.ttf")}, {"fonts.yaml", 7, 1}, false};
    struct fonts_request request = {folder, 1, &family, 1, NULL, 0, true};
    size_t before = diag_faults(diag);
    struct fonts *fonts = fonts_new(&request, arena, diag);
    CHECK(diag_faults(diag) == before);
    CHECK(!family_face(fonts, fonts_family(fonts, STR("Absent")), false, false));
    CHECK(!family_face(fonts, fonts_family(fonts, STR("Absent")), false, false));
    CHECK(diag_faults(diag) == before + 1);
    fonts_free(fonts);
}

int main(void) {
    arena = arena_new();
    diag = diag_new(arena);
    struct fonts *fonts = open_fonts(STR("PTF56F.ttf"));
    metrics(fonts);
    nearest_style(fonts);
    fallback(fonts);
    fonts_free(fonts);
    threads();
    CHECK(diag_faults(diag) == 0);
    faults();
    damaged();
    later();
    arena_free(arena);
    return check_end();
}
