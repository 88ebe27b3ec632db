/** What the form "Log a ticket" asks of the server. */
export const question = (more: object = {}): object => ({
  ...{ requestId: "q1", requester: "carla@example.com", requesterName: "Carla", subject: "It smokes", description: "" },
  ...{ category: "", priority: "High", channel: "phone", loggedOnBehalfOf: "" },
  ...more,
});
