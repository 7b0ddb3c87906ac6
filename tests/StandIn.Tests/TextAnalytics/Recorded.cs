namespace StandIn.Tests.TextAnalytics;

/// <summary>Answers in the shapes that the service gives.</summary>
internal static class Recorded
{
    public const string Opinions = """
        {"kind":"SentimentAnalysisResults","results":{"documents":[{"id":"0","sentiment":"negative",
          "confidenceScores":{"positive":0.01,"neutral":0.03,"negative":0.96},
          "sentences":[
            {"sentiment":"neutral","confidenceScores":{"positive":0.1,"neutral":0.8,"negative":0.1},"offset":0,"length":3,"text":"Hi.","targets":[],"assessments":[]},
            {"sentiment":"negative","confidenceScores":{"positive":0,"neutral":0,"negative":1},"offset":4,"length":42,"text":"The driver was rude and not at all helpful.",
             "targets":[{"sentiment":"negative","confidenceScores":{"positive":0.01,"negative":0.99},"offset":8,"length":6,"text":"driver",
               "relations":[{"relationType":"assessment","ref":"#/documents/0/sentences/1/assessments/0"},
                            {"relationType":"assessment","ref":"#/documents/0/sentences/1/assessments/1"},
                            {"relationType":"target","ref":"#/documents/0/sentences/1/targets/0"}]}],
             "assessments":[{"sentiment":"negative","confidenceScores":{"positive":0,"negative":1},"offset":19,"length":4,"text":"rude","isNegated":false},
                            {"sentiment":"negative","confidenceScores":{"positive":0.1,"negative":0.9},"offset":39,"length":7,"text":"helpful","isNegated":true}]}],
          "warnings":[]}],"errors":[],"modelVersion":"2022-11-01"}}
        """;

    public const string PersonalData = """
        {"kind":"PiiEntityRecognitionResults","results":{"documents":[{"id":"0","redactedText":"My passport is *********.",
          "entities":[{"text":"533401231","category":"EUPassportNumber","offset":15,"length":9,"confidenceScore":0.85},
                      {"text":"today","category":"DateTime","subcategory":"Date","offset":3,"length":5,"confidenceScore":0.8}],
          "warnings":[]}],"errors":[],"modelVersion":"2023-09-01"}}
        """;

    public const string Spanish = """
        {"kind":"LanguageDetectionResults","results":{"documents":[{"id":"0","detectedLanguage":{"name":"Spanish","iso6391Name":"es","confidenceScore":0.99},"warnings":[]}],
          "errors":[],"modelVersion":"2023-12-01"}}
        """;

    public const string OneLanguageOneError = """
        {"kind":"LanguageDetectionResults","results":{"documents":[{"id":"1","detectedLanguage":{"name":"(Unknown)","iso6391Name":"(Unknown)","confidenceScore":0},"warnings":[]}],
          "errors":[{"id":"0","error":{"code":"InvalidArgument","message":"Invalid document in request.","innererror":{"code":"InvalidDocument","message":"Document text is empty."}}}],
          "modelVersion":"2023-12-01"}}
        """;

    public const string DocumentError = """
        {"kind":"SentimentAnalysisResults","results":{"documents":[],
          "errors":[{"id":"0","error":{"code":"InvalidArgument","message":"Invalid language code.","innererror":{"code":"UnsupportedLanguageCode","message":"The language is not supported."}}}],
          "modelVersion":"2022-11-01"}}
        """;

    public const string Unauthorized = """{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}""";

    public const string TooMany = """{"error":{"code":"429","message":"Requests have exceeded the rate limit of your tier."}}""";

    public const string Broken = """{"error":{"code":"InternalServerError","message":"Something went wrong."}}""";
}
