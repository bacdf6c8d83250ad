/** The least that a Worker can do with a request and still know what was sent: the measure for ours. */
export default {
  async fetch(request) {
    await request.text();
    return new Response('ok');
  },
} satisfies ExportedHandler;
